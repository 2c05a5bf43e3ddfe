// What every area of the pane is given, and how an area says whether it can be used.
import type { ComponentType } from 'react';
import type { Catalogue } from '../../src/catalogue/index.ts';
import type { Host } from '../../src/hosts/port.ts';
import type { ElementResult } from '../../src/narrative/elements.ts';
import type { Checked } from '../session.ts';
import type { SidePage } from '../side/page.ts';
import type { Checking } from '../useCheck.ts';
import type { Back, Reveal } from '../useReveal.ts';
import type { FoundPlace } from './tie/found.ts';
import type { Frames } from './tie/frames.ts';
import type { BookletFile } from './tie/opening.ts';

/** 自定规程的使用: the name of the file in use, and what puts another in its place. */
export interface OwnRulesInUse {
  readonly name: string | undefined;
  /** Rules are put on top of these. */
  readonly base: Catalogue;
  readonly use: (
    rules: { readonly name: string; readonly catalogue: Catalogue } | undefined,
  ) => void;
}

/** 纸上所见: the frames on the pages, which of them is chosen, and what is done when one is pressed. */
export interface PaperView {
  readonly frames: Frames;
  readonly chosen: string | undefined;
  readonly onPlace: (place: FoundPlace) => void;
}

/** 纸面: the open file where its pages stand beside the pane, and the way to say what is to be seen on them. */
export interface OpenPaper {
  readonly file: BookletFile;
  readonly show: (view: PaperView) => void;
}

/** 区域所见: the host, the rules, and the last 体检 with everything that can be ordered of it. */
export interface AreaProps {
  readonly host: Host;
  readonly catalogue: Catalogue;
  /** `state.checked` holds the review and the snapshot it was made of, for whoever computes more. */
  readonly checking: Checking;
  /** What this Excel cannot do, as sentences. */
  readonly notices: readonly string[];
  /** 自定规程: the user's own rules in force, and the way to change them. */
  readonly ownRules: OwnRulesInUse;
  /** Takes the user to a cell; what stands in the way is said at the top of the pane. */
  readonly reveal: Reveal;
  /** The way back to where the user was before. */
  readonly back: Back | undefined;
  /** Opens a page over the pane: 帮助, 设置, 多个单位; nothing closes it. */
  readonly onSide: (page: SidePage | undefined) => void;
  readonly paper?: OpenPaper | undefined;
  /** A place pressed on the pages, to be found in the list; a new object every time. */
  readonly picked?: FoundPlace | undefined;
  /** 公开要素清单 of the manuscript that was checked last; it goes into the report. */
  readonly elements: readonly ElementResult[] | undefined;
  readonly onElements: (elements: readonly ElementResult[] | undefined) => void;
}

/** 区域: one of the pane's tabs. */
export interface Area {
  readonly id: string;
  readonly title: string;
  /** What the open workbook lacks for it and what to do, as a sentence; undefined where it can be used. */
  readonly lacks?: (checked: Checked | undefined) => string | undefined;
  readonly View: ComponentType<AreaProps>;
}
