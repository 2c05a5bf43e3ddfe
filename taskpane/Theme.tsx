// Fluent in the host's colours: its theme where it tells one, else the system's.
import { FluentProvider } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { isDark, themeFor } from './theme.ts';

const QUERY = '(prefers-color-scheme: dark)';

interface Props {
  readonly hostColor?: string | undefined;
  readonly children: ReactNode;
}

export function Theme({ hostColor, children }: Props) {
  const [system, setSystem] = useState(() => matchMedia(QUERY).matches);
  useEffect(() => {
    const media = matchMedia(QUERY);
    const listen = () => setSystem(media.matches);
    media.addEventListener('change', listen);
    return () => media.removeEventListener('change', listen);
  }, []);
  return (
    <FluentProvider theme={themeFor(isDark(hostColor) ?? system)} style={{ height: '100%' }}>
      {children}
    </FluentProvider>
  );
}
