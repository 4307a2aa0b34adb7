import { IMAGES, NON_ROOT_USER } from '../pins'
import type { GeneratedFile } from '../scaffold'

/** The image of a step. Nothing in it is the user's. */
export function imageFiles(): readonly GeneratedFile[] {
  return [
    { path: 'Dockerfile', text: dockerfile },
    { path: '.dockerignore', text: dockerignore },
  ]
}

const dockerfile = `# The first stage compiles the program, the second holds it, its templates and nothing else.
FROM ${IMAGES.goBuilder} AS build
WORKDIR /src
COPY scripts/go.mod scripts/go.sum ./
RUN go mod download
COPY scripts/ ./
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /app/pipeline .
COPY resources/ /resources/
# Readable by the user below, whatever modes the files have in the checkout.
RUN chmod -R u=rwX,go=rX /resources

FROM scratch
# For programs that talk to servers other than Kubernetes.
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /app/pipeline /app/pipeline
COPY --from=build /resources /resources
USER ${NON_ROOT_USER}
ENTRYPOINT ["/app/pipeline"]
`

// Only what the Dockerfile copies.
const dockerignore = `*
!scripts/
!resources/
scripts/*_test.go
`
