import { IMAGES, NON_ROOT_USER } from '../pins'
import type { GeneratedFile } from '../scaffold'

/** The image of a `dependencies` step: the manifests and the script that copies them. */
export function dockerfile(): GeneratedFile {
  return {
    path: 'Dockerfile',
    text: `# Copies the manifests in resources/ to Kratix, which sends them to every matching Destination.
FROM ${IMAGES.alpine} AS files
COPY scripts/pipeline.sh /app/pipeline.sh
COPY resources/ /resources/
# Readable by the user below, whatever modes the files have in the checkout. In a stage of its own, since
# the image would hold all of them twice.
RUN chmod 0755 /app/pipeline.sh && chmod -R u=rwX,go=rX /resources

FROM ${IMAGES.alpine}
COPY --from=files /app /app
COPY --from=files /resources /resources
USER ${NON_ROOT_USER}
ENTRYPOINT ["/bin/sh", "/app/pipeline.sh"]
`,
  }
}

/** Only what the Dockerfile copies is sent to the engine. */
export function dockerignore(): GeneratedFile {
  return { path: '.dockerignore', text: '*\n!scripts/\n!resources/\n' }
}
