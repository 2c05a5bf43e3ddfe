// Something in a running text that can be pressed. A button is a box to the layout: a comma after it would
// begin the next line. These words stay part of their sentence.
import type { HTMLAttributes, Ref } from 'react';

interface Props extends HTMLAttributes<HTMLSpanElement> {
  readonly onPress: () => void;
  readonly ref?: Ref<HTMLSpanElement>;
}

export function InText({ onPress, ...attributes }: Props) {
  return (
    <span
      {...attributes}
      role="button"
      tabIndex={attributes.tabIndex ?? 0}
      onClick={onPress}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onPress();
      }}
    />
  );
}
