import {
  dark,
  FONT_STACK,
  type GradeKey,
  type GradeToken,
  gradesDark,
  gradesLight,
  light,
  MONO_STACK,
  type Palette,
} from './tokens';

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function declarations(palette: Palette, grades: Record<GradeKey, GradeToken>): string {
  const colours = Object.entries(palette).map(([name, value]) => `--${kebab(name)}:${value}`);
  const chips = (Object.keys(grades) as GradeKey[]).flatMap((grade) => {
    const { fill, text, bar } = grades[grade];
    const key = `--grade-${grade.toLowerCase()}`;
    return [`${key}-fill:${fill}`, `${key}-text:${text}`, `${key}-bar:${bar}`];
  });
  return [...colours, ...chips, `--grade-none-bar:${palette.faint}`].join(';');
}

/** The tokens as custom properties for style sheets: `--box`, `--grade-l4-fill`, … in the mode that `data-theme` names. */
export function cssVariables(): string {
  return [
    `:root{color-scheme:light;--font:${FONT_STACK};--mono:${MONO_STACK};${declarations(light, gradesLight)}}`,
    `:root[data-theme=dark]{color-scheme:dark;${declarations(dark, gradesDark)}}`,
    // Paper is white whatever the screen wears.
    `@media print{:root[data-theme]{color-scheme:light;${declarations(light, gradesLight)}}}`,
  ].join('');
}
