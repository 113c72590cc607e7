import themes from './themes.json';

export interface Theme {
  classes: string;
  variables: Readonly<Record<string, string>>;
}

/** The four kinds of themes with the colours that VS Code's own themes give a page, as far as the page asks for them. */
export const THEMES: Readonly<Record<keyof typeof themes, Theme>> = themes;
