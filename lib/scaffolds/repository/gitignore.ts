import type { GeneratedFile } from '../scaffold'

/** `.gitignore`: what building and testing leave in the work tree. */
export function gitignore(): GeneratedFile {
  return {
    path: '.gitignore',
    text: `# Left behind when \`make test\` or \`make kind-load\` is interrupted.
.test-*/
.kind-load-*.tar

# Dependencies and build output of the programs.
node_modules/
dist/
__pycache__/
*.pyc
.venv/

.DS_Store
`,
  }
}
