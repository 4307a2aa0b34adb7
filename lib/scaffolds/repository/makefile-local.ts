import { type OwnStep, type RepositoryContext, testedSteps } from './context'
import { LOCAL_TESTS } from './local-tests'

/** Says what is missing, which an engine's own "Cannot connect" does not. */
export function engine(context: RepositoryContext): string {
  const without =
    testedSteps(context).length > 0
      ? ' "make test-local" tests the programs without a container engine.'
      : ''
  return `# Without it the first thing to be read would be a long fault of make.
.PHONY: engine
engine:
\t@command -v '$(ENGINE)' >/dev/null || { \\
\t  echo 'This needs $(ENGINE), which is not installed here (podman does, too: ENGINE=podman).${without}' >&2; \\
\t  exit 1; }
\t@'$(ENGINE)' version >/dev/null 2>&1 || { \\
\t  echo '$(ENGINE) is installed, but does not answer: "$(ENGINE) version" says why.${without}' >&2; \\
\t  exit 1; }
`
}

/** The tests of the programs in their own languages. */
export function local(context: RepositoryContext): string {
  const programs = new Set(testedSteps(context).map(({ program }) => program))
  if (programs.size === 0) return ''
  const ways = [...programs].flatMap((program) => {
    const way = LOCAL_TESTS.get(program)
    return way ? `test.${way.name} := ${way.commands.join(' && ')}` : []
  })
  return `
# The tests of the programs, by the tools of their languages, without a container engine.
${ways.join('\n')}
TESTED := $(foreach name,$(STEPS),$(if $(language.$(name)),$(name)))

.PHONY: test-local $(TESTED:%=local-%)
test-local: $(TESTED:%=local-%)
$(TESTED:%=local-%): local-%:
\tcd '$(folder.$*)/scripts' && $(test.$(language.$*))
`
}

/** Where the tests of the program need no container engine: in which language they are. */
export function language({ program, tested }: OwnStep, name: string): string {
  const way = tested ? LOCAL_TESTS.get(program) : undefined
  return way ? `\nlanguage.${name} := ${way.name}` : ''
}
