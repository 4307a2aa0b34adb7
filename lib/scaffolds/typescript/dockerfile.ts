import { IMAGES, NON_ROOT_USER } from '../pins'
import type { GeneratedFile } from '../scaffold'

/** The image of a step. Nothing in it is the user's. */
export function imageFiles(): readonly GeneratedFile[] {
  return [
    { path: 'Dockerfile', text: dockerfile },
    { path: '.dockerignore', text: dockerignore },
  ]
}

const dockerfile = `# The first stage compiles the program, the second holds what it needs to run and nothing else.
FROM ${IMAGES.node} AS build
WORKDIR /src
COPY scripts/package.json scripts/package-lock.json ./
RUN npm ci --ignore-scripts
COPY scripts/ ./
RUN npm run build && npm prune --omit=dev
COPY resources/ /resources/
# Readable by the user below, whatever modes the files have in the checkout.
RUN chmod -R u=rwX,go=rX /src /resources

FROM ${IMAGES.node}
# Package managers, which nothing runs here.
RUN rm -rf /usr/local/lib/node_modules /opt/yarn* /usr/local/bin/npm /usr/local/bin/npx \\
  /usr/local/bin/corepack /usr/local/bin/yarn /usr/local/bin/yarnpkg
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /src/package.json ./
COPY --from=build /src/node_modules ./node_modules
COPY --from=build /src/dist ./dist
COPY --from=build /resources /resources
USER ${NON_ROOT_USER}
ENTRYPOINT ["node", "/app/dist/pipeline.js"]
`

// Only what the Dockerfile copies; not what npm and tsc have left in a checkout.
const dockerignore = `*
!scripts/
!resources/
scripts/node_modules/
scripts/dist/
scripts/**/*.test.ts
`
