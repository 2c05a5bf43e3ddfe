// The pages of the open file beside the pane, as long as no area says what is to be seen on them: its cells by their
// verdicts; one that is pressed is looked for in the list.
import { useEffect, useState } from 'react';
import { cellVerdicts } from '../src/review/cell-verdicts.ts';
import type { OpenPaper } from './areas/area.ts';
import type { FoundPlace } from './areas/tie/found.ts';
import type { Checked } from './session.ts';

export function usePaper(
  paper: OpenPaper | undefined,
  checked: Checked | undefined,
  show: () => void,
): FoundPlace | undefined {
  const [picked, pick] = useState<FoundPlace>();
  useEffect(() => {
    if (!paper || !checked) return undefined;
    let current = true;
    // What draws frames comes with the first file that has pages.
    void import('./areas/tie/frames.ts').then(({ framesBy }) => {
      if (!current) return;
      const frames = framesBy(paper.file.booklet, { cells: cellVerdicts(checked.review) });
      const onPlace = (place: FoundPlace) => {
        pick({ ...place });
        show();
      };
      paper.show({ frames, chosen: undefined, onPlace });
    });
    return () => {
      current = false;
    };
  }, [paper, checked, show]);
  return picked;
}
