// The embedded spreadsheet: Univer, its presets named one by one, in Chinese.
import {
  LocaleType,
  LogLevel,
  mergeLocales,
  type Plugin,
  type PluginCtor,
  Univer,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import marksZh from '@univerjs/preset-sheets-conditional-formatting/locales/zh-CN';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreZh from '@univerjs/preset-sheets-core/locales/zh-CN';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';

type Registered = PluginCtor<Plugin> | [PluginCtor<Plugin>, unknown];

export function createGrid(container: string, dark: boolean): FUniver {
  const univer = new Univer({
    logLevel: LogLevel.ERROR,
    darkMode: dark,
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: mergeLocales(coreZh, marksZh) },
  });
  for (const preset of [
    UniverSheetsCorePreset({ container, ribbonType: 'collapsed' }),
    UniverSheetsConditionalFormattingPreset(),
  ]) {
    for (const plugin of preset.plugins as Registered[]) {
      if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1] as never);
      else univer.registerPlugin(plugin);
    }
  }
  return FUniver.newAPI(univer);
}
