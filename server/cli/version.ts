declare const __VERSION__: string | undefined;

/** From package.json at build time; `0.0.0-dev` where nothing was built, as in tests. */
export const VERSION: string = typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0-dev';

export const HOMEPAGE = 'https://www.npmjs.com/package/ecs-preflight';
