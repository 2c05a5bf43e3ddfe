// Which page stands over the pane.

/** 侧页: which one, and of the help on which rule. */
export type SidePage =
  | { readonly page: 'help'; readonly rule?: string }
  | { readonly page: 'settings' | 'units' };
