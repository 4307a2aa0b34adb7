import { IMAGES, NON_ROOT_USER } from '../pins'
import type { GeneratedFile } from '../scaffold'
import lock from './lock.json'

/** The image of a step and the packages in it. Nothing here is the user's. */
export function imageFiles(): readonly GeneratedFile[] {
  return [
    { path: 'Dockerfile', text: dockerfile },
    { path: '.dockerignore', text: dockerignore },
    { path: 'scripts/requirements.txt', text: requirements },
    { path: 'scripts/pyproject.toml', text: pyproject },
  ]
}

const dockerfile = `# The first stage installs the packages, the second holds them and the program, and no installer.
FROM ${IMAGES.python} AS build
RUN python -m venv --without-pip /venv
COPY scripts/requirements.txt ./
RUN pip --python /venv/bin/python install --no-cache-dir --require-hashes --requirement requirements.txt
COPY scripts/ /app/
COPY resources/ /resources/
# Readable by the user below, whatever modes the files have in the checkout.
RUN chmod -R u=rwX,go=rX /app /resources

FROM ${IMAGES.python}
RUN pip uninstall --yes --root-user-action=ignore pip
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PYTHONUTF8=1
COPY --from=build /venv /venv
COPY --from=build /app /app
COPY --from=build /resources /resources
USER ${NON_ROOT_USER}
ENTRYPOINT ["python", "/app/pipeline.py"]
`

// Only what the Dockerfile copies; not what Python has left in a checkout.
const dockerignore = `*
!scripts/
!resources/
scripts/__pycache__/
scripts/.venv/
scripts/pyproject.toml
scripts/test_*.py
`

const requirements = `# Exact versions, with the hashes of their files. To add a package: pip-compile --generate-hashes.
${lock.join('\n')}
`

const pyproject = `# Settings of the tools that look at this folder: ruff check, ruff format, mypy.
[tool.ruff]
target-version = "py312"

[tool.mypy]
python_version = "3.12"
strict = true

[[tool.mypy.overrides]]
# These come without types.
module = ["kratix_sdk.*", "kubernetes.*"]
ignore_missing_imports = true
`
