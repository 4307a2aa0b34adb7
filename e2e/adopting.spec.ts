import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DownloadDialog } from './pages/download'
import { HomePage } from './pages/home'
import { expect, test } from './test'

const FOLDER = 'workflows/resource/configure/instance/render/'
const THEIRS: Readonly<Record<string, string>> = {
  'promise.yaml': `apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
    name: redis # four spaces
spec:
    workflows:
        resource:
            configure:
                - apiVersion: platform.kratix.io/v1alpha1
                  kind: Pipeline
                  metadata: {name: instance}
                  spec: {containers: [{name: render, image: 'acme/render:v0.1.0'}]}
`,
  'README.md': '# Theirs\n',
  Makefile: 'all:\n\techo theirs\n',
  [`${FOLDER}Dockerfile`]: 'FROM python:3.12-slim\nADD scripts/pipeline.py /app/pipeline.py\n',
  [`${FOLDER}scripts/pipeline.py`]: 'print("theirs")\r\n',
}

test('a step of another tool is adopted, and every file of theirs keeps its bytes', async ({
  page,
}, info) => {
  const folder = info.outputPath('redis')
  for (const [path, text] of Object.entries(THEIRS)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  await new HomePage(page).open()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await (await chooser).setFiles(folder)
  await page.waitForURL(/\/designer/)
  await page.getByRole('treeitem', { name: /^render/ }).click()
  const step = page.getByRole('region', { name: 'Step render' })
  await expect(step.getByText('a program in Python, made elsewhere')).toBeVisible()
  await step.getByRole('button', { name: 'Adopt…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Adopt render?' })
  await expect(dialog.getByRole('region', { name: 'Yours' })).toContainText('scripts/pipeline.py')
  await expect(dialog.getByRole('region', { name: 'Generated' })).not.toContainText('step.py')
  await dialog.getByRole('button', { name: 'Adopt', exact: true }).click()
  await expect(step.getByText('Adopt…')).toBeHidden()
  await expect(step.getByText('custom', { exact: true })).toBeVisible()

  const download = new DownloadDialog(page)
  await download.open()
  const { files } = await download.download()
  for (const [path, text] of Object.entries(THEIRS)) expect(files.get(path), path).toBe(text)
  expect(files.get('.promise-designer.yaml')).toContain('resource/configure/instance/render')
})
