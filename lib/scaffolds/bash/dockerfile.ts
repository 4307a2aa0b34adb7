import { IMAGES, NON_ROOT_USER } from '../pins'
import type { GeneratedFile } from '../scaffold'

/** The image of a step. Nothing in it is the user's. */
export function imageFiles(): readonly GeneratedFile[] {
  return [
    { path: 'Dockerfile', text: dockerfile },
    { path: '.dockerignore', text: dockerignore },
  ]
}

const dockerfile = `# yq comes as one file without dependencies; bash and curl from the distribution of the tag below.
FROM ${IMAGES.yq} AS yq

FROM ${IMAGES.alpine} AS files
COPY scripts/ /app/
COPY resources/ /resources/
# Readable by the user below, whatever modes the files have in the checkout.
RUN chmod -R u=rwX,go=rX /app /resources

FROM ${IMAGES.alpine}
RUN apk add --no-cache 'bash=~5.2' 'curl=~8'
COPY --from=yq /usr/bin/yq /usr/local/bin/yq
COPY --from=files /app /app
COPY --from=files /resources /resources
USER ${NON_ROOT_USER}
ENTRYPOINT ["bash", "/app/pipeline.sh"]
`

// Only what the Dockerfile copies.
const dockerignore = `*
!scripts/
!resources/
scripts/test_*.sh
`
