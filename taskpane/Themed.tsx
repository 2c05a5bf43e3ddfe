// The pane in the host's colours: its theme where it tells one, else the system's.
import { FluentProvider } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { Pane, type PaneProps } from './Pane.tsx';
import { isDark, themeFor } from './theme.ts';

const QUERY = '(prefers-color-scheme: dark)';

export function Themed({
  hostColor,
  ...pane
}: PaneProps & { readonly hostColor?: string | undefined }) {
  const [system, setSystem] = useState(() => matchMedia(QUERY).matches);
  useEffect(() => {
    const media = matchMedia(QUERY);
    const listen = () => setSystem(media.matches);
    media.addEventListener('change', listen);
    return () => media.removeEventListener('change', listen);
  }, []);
  return (
    <FluentProvider theme={themeFor(isDark(hostColor) ?? system)} style={{ height: '100%' }}>
      <Pane {...pane} />
    </FluentProvider>
  );
}
