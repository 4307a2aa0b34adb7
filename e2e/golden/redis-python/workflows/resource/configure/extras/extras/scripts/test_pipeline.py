"""Runs the step on tests/object.yaml and on each tests/CASE/object.yaml.

python -m unittest, in this folder, with the requirements installed.
"""

import contextlib
import io
import os
import tempfile
import unittest
from pathlib import Path
from typing import Any
from unittest import mock

import yaml

import pipeline
from step import execute

STEP = Path(__file__).resolve().parent.parent


def cases() -> list[Path]:
    """The folders with an object.yaml: tests itself, and each folder in it that is a case."""
    tests = STEP / "tests"
    objects = [*tests.glob("object.yaml"), *sorted(tests.glob("*/object.yaml"))]
    # What the step writes may have that name, too.
    written = ("expected-output", "expected-metadata")
    return [file.parent for file in objects if file.parent.name not in written]


NO_CASE = not cases()


def texts_in(folder: Path) -> dict[str, str]:
    """Every YAML file below a folder by its path; none when there is no folder."""
    paths = sorted(folder.rglob("*.yaml"))
    return {str(path.relative_to(folder)): path.read_text("utf8") for path in paths}


def documents_in(folder: Path) -> dict[str, list[Any]]:
    texts = texts_in(folder)
    return {path: list(yaml.safe_load_all(text)) for path, text in texts.items()}


class PipelineTest(unittest.TestCase):
    def setUp(self) -> None:
        self.new_folders()

    def new_folders(self) -> None:
        work = tempfile.TemporaryDirectory()
        self.addCleanup(work.cleanup)
        self.work = Path(work.name)
        self.output = self.work / "output"
        self.metadata = self.work / "metadata"
        self.published: list[tuple[Any, Any]] = []

    def start(self, folder: Path) -> int:
        workflow_type, action = pipeline.WORKFLOW.split("/")
        environment = {
            "KRATIX_INPUT_DIR": str(folder),
            "KRATIX_OUTPUT_DIR": str(self.output),
            "KRATIX_METADATA_DIR": str(self.metadata),
            "RESOURCES_DIR": str(STEP / "resources"),
            "KRATIX_WORKFLOW_TYPE": workflow_type,
            "KRATIX_WORKFLOW_ACTION": action,
            "KRATIX_OBJECT_NAME": "example",
            "KRATIX_DRY_RUN": "",
        }
        with mock.patch.dict(os.environ, environment):
            return execute(
                pipeline.WORKFLOW,
                pipeline.run,
                pipeline.failure_status,
                publish=lambda *patch: self.published.append(patch),
            )

    @unittest.skipIf(NO_CASE, "there is no tests/object.yaml")
    def test_each_object_gives_what_is_expected(self) -> None:
        for folder in cases():
            with self.subTest(folder.name):
                self.new_folders()
                self.assertEqual(self.start(folder), 0)
                self.assertEqual(self.published, [])
                self.compare(self.output, folder / "expected-output")
                self.compare(self.metadata, folder / "expected-metadata")

    def compare(self, written: Path, expected: Path) -> None:
        """Without an expectation, nothing is compared: make record-… in the repository writes it."""
        if expected.exists():
            self.assertEqual(documents_in(written), documents_in(expected))

    @unittest.skipIf(NO_CASE, "there is no tests/object.yaml")
    def test_a_second_run_writes_the_same_bytes(self) -> None:
        for folder in cases():
            with self.subTest(folder.name):
                self.new_folders()
                self.start(folder)
                first = texts_in(self.work)
                self.start(folder)
                self.assertEqual(texts_in(self.work), first)

    def test_input_that_cannot_be_read_is_told_in_the_status(self) -> None:
        (self.work / "object.yaml").write_text("kind: [\n", "utf8")
        with contextlib.redirect_stderr(io.StringIO()):
            self.assertEqual(self.start(self.work), 1)
        self.assertEqual(texts_in(self.output), {})
        [(target, status)] = self.published
        self.assertEqual(target["metadata"]["name"], "example")
        self.assertTrue(status["message"])


if __name__ == "__main__":
    unittest.main()
