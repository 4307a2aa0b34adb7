/** Where the choice is kept, and the event that tells of a new one. */
export const THEME_KEY = 'theme'
export const THEME_CHANGED = 'themechange'

/**
 * Runs before the first paint, so that a dark page never flashes white. It stands in the page as an
 * inline script: its hash is part of the page's Content-Security-Policy.
 */
export const THEME_SCRIPT = `(function(){var d=document.documentElement,m=matchMedia('(prefers-color-scheme: dark)');function a(){var t=null;try{t=localStorage.getItem('${THEME_KEY}')}catch(e){t=null}var k=t==='dark'||(t!=='light'&&m.matches);d.dataset.theme=k?'dark':'light';d.classList.toggle('dark',k)}a();m.addEventListener('change',a);addEventListener('${THEME_CHANGED}',a);addEventListener('storage',a)})()`
