"""Pastes the script into a new spreadsheet of the stand-in, does what a person does, tells what is there then."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from community.forms import load
from community.forms.google import script
from community.settings import load as load_settings

SETTINGS = load_settings()
FORMS = {name: form for name, form in load(SETTINGS).items() if not form.only_here}
SCRIPT = script(FORMS, SETTINGS.community)
SET_UP = ("call", "setUp")
World = dict[str, Any]


def google(*steps: object, text: str = SCRIPT, **options: object) -> World:
    """What is in the spreadsheet and among the forms after these steps: see run.js for the steps there are."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    told = json.dumps({"script": text, "options": options, "steps": steps})
    run = [node, str(Path(__file__).with_name("run.js"))]
    done = subprocess.run(run, input=told, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    world: World = json.loads(done.stdout)
    return world
