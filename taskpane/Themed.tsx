// The pane in the host's colours: its theme where it tells one, else the system's.
import { Pane, type PaneProps } from './Pane.tsx';
import { Theme } from './Theme.tsx';

export function Themed({
  hostColor,
  ...pane
}: PaneProps & { readonly hostColor?: string | undefined }) {
  return (
    <Theme hostColor={hostColor}>
      <Pane {...pane} />
    </Theme>
  );
}
