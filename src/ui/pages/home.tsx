import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';

/** The first page is the list of studies. */
export const Home = (): null => {
  const { route } = useLocation();
  useEffect(() => route('/studies', true), []);
  return null;
};
