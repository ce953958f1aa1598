import { FONT_STACK, type GradeKey, gradesLight, light, MONO_STACK } from './tokens';

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The tokens as custom properties for style sheets: `--box`, `--grade-l4-fill`, … */
export function cssVariables(): string {
  const colours = Object.entries(light).map(([name, value]) => `--${kebab(name)}:${value}`);
  const grades = (Object.keys(gradesLight) as GradeKey[]).flatMap((grade) => {
    const { fill, text, bar } = gradesLight[grade];
    const key = `--grade-${grade.toLowerCase()}`;
    return [`${key}-fill:${fill}`, `${key}-text:${text}`, `${key}-bar:${bar}`];
  });
  return `:root{${[...colours, ...grades, `--font:${FONT_STACK}`, `--mono:${MONO_STACK}`].join(';')}}`;
}
