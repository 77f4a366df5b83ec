/** How many brackets are open before each index of a text. */
export const depths = (text: string): Uint16Array => {
  const open = new Uint16Array(text.length + 1);
  for (let i = 0; i < text.length; i++) {
    const before = open[i] ?? 0;
    const character = text[i];
    if (character === '(' || character === '[') open[i + 1] = before + 1;
    else open[i + 1] = character === ')' || character === ']' ? Math.max(0, before - 1) : before;
  }
  return open;
};
