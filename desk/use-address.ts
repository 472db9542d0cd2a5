import { useEffect } from 'preact/hooks';
import { type DeskPlace, placeInAddress } from './desk-place.ts';

/**
 * Goes to the place that the page's address names, now and whenever it changes. The name is taken out of the address
 * then: going to the same place twice must work, and a reload must not go there again.
 */
export function useAddress(goTo: (place: DeskPlace) => void): void {
  useEffect(() => {
    const read = () => {
      const place = placeInAddress(location.hash);
      if (place === null) return;
      history.replaceState(history.state, '', location.pathname + location.search);
      goTo(place);
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
}
