import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

const PAUSE = 200;

/** A box for words, which are told when the person pauses. */
export const WordsInput = ({
  label,
  value,
  change,
  placeholder,
}: {
  label: string;
  value: string;
  change: (words: string) => void;
  placeholder?: string;
}): ComponentChild => {
  const [words, setWords] = useState(value);
  const told = useRef(value);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setWords(value);
  }, [value]);
  useEffect(() => {
    if (words === told.current) return;
    const telling = setTimeout(() => {
      told.current = words;
      change(words);
    }, PAUSE);
    return () => clearTimeout(telling);
  }, [words]);
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="search"
        value={words}
        {...(placeholder && { placeholder })}
        autoComplete="off"
        onInput={(event) => setWords(event.currentTarget.value)}
      />
    </label>
  );
};
