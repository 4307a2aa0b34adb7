"""Runs the step on tests/object.yaml: python -m unittest, in this folder, with the requirements installed."""

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

CASES = Path(__file__).resolve().parent.parent / "tests"


def has_no(path: Path) -> bool:
    return not path.exists()


def texts_in(folder: Path) -> dict[str, str]:
    """Every YAML file below a folder by its path; none when there is no folder."""
    paths = sorted(folder.rglob("*.yaml"))
    return {str(path.relative_to(folder)): path.read_text("utf8") for path in paths}


def documents_in(folder: Path) -> dict[str, list[Any]]:
    texts = texts_in(folder)
    return {path: list(yaml.safe_load_all(text)) for path, text in texts.items()}


class PipelineTest(unittest.TestCase):
    def setUp(self) -> None:
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
            "RESOURCES_DIR": str(CASES.parent / "resources"),
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

    @unittest.skipIf(
        has_no(CASES / "expected-output") or has_no(CASES / "object.yaml"),
        "there is no tests/expected-output: make record-… in the repository writes it",
    )
    def test_the_object_gives_what_is_expected(self) -> None:
        self.assertEqual(self.start(CASES), 0)
        self.assertEqual(
            documents_in(self.output), documents_in(CASES / "expected-output")
        )
        self.assertEqual(
            documents_in(self.metadata), documents_in(CASES / "expected-metadata")
        )
        self.assertEqual(self.published, [])

    @unittest.skipIf(has_no(CASES / "object.yaml"), "there is no tests/object.yaml")
    def test_a_second_run_writes_the_same_bytes(self) -> None:
        self.start(CASES)
        first = texts_in(self.work)
        self.start(CASES)
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
