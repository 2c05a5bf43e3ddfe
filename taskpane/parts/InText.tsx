// Something in a running text that can be pressed. A button is a box to the layout: a comma after it would
// begin the next line. These words stay part of their sentence.
import type { HTMLAttributes } from 'react';

interface Props extends HTMLAttributes<HTMLSpanElement> {
  readonly onPress: () => void;
}

export function InText({ onPress, ...attributes }: Props) {
  return (
    <span
      {...attributes}
      role="button"
      tabIndex={0}
      onClick={onPress}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onPress();
      }}
    />
  );
}
