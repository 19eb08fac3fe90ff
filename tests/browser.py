"""Headless Chromium for the tests of the page, and the accessibility checker that runs in it."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def start(downloads):
    """A browser that saves into a folder; the test is skipped where there is none, but never in CI."""
    program = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    driver = shutil.which("chromedriver")
    if program is None or driver is None:
        missing = "no Chromium with chromedriver on this machine (Debian: chromium, chromium-driver)"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = program
    for argument in (
        "headless=new",
        "no-sandbox",
        "disable-gpu",
        "disable-dev-shm-usage",
        "force-prefers-reduced-motion",
    ):
        options.add_argument(f"--{argument}")
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    options.set_capability("unhandledPromptBehavior", "accept")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    size(browser, 1400, 1000)
    return browser


def size(browser, width, height):
    """The size of the page's window in CSS pixels."""
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def appearance(browser, scheme="light", media=""):
    """Light or dark, screen or print."""
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})


def violations(browser):
    """What axe-core objects to, a line each."""
    import axe_core_python

    script = Path(axe_core_python.__file__).with_name("axe.min.js").read_text("utf-8")
    browser.execute_script(script)
    result = browser.execute_async_script("const done = arguments[arguments.length - 1]; axe.run().then(done)")
    assert len(result["passes"]) > 10, "the checker did not run"
    return [
        f"{found['impact']} {found['id']}: {node['html'][:160]} {node['failureSummary']}"
        for found in result["violations"]
        for node in found["nodes"]
    ]


def downloaded(folder, seconds=10):
    """The one file that arrives in a folder, read and removed."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        files = [path for path in folder.iterdir() if path.suffix == ".csv"]
        if files and files[0].stat().st_size:
            data = files[0].read_bytes()
            files[0].unlink()
            return files[0].name, data
        time.sleep(0.05)
    raise AssertionError("nothing was downloaded")
