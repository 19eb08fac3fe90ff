"""The check before publication: git, pre-commit, the action's steps, baselines, settings of folders."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from benchmarks.__main__ import commands
from tests.conftest import ROOT

CLEAN = {
    "a": "The minister left early.\n\nNobody spoke about the budget.\n",
    "b": "The river rose at night.\n\nTwo roads were closed.\n",
    "c": "The team won at home.\n\nThe coach was pleased.\n",
}
RUSSIAN = {
    "a": "Министр ушёл рано.\n\nНикто не говорил о бюджете.\n",
    "b": "Ночью река поднялась.\n\nДве дороги закрыли.\n",
    "c": "Команда выиграла дома.\n\nТренер был доволен.\n",
}
BAD = "The minister left early.\n\nThey argued hastily and hastily about the budget.\n"
WORSE = BAD + "\nHe answered slowly and slowly.\n"
SETTINGS = 'encoder = "none"\nselect = ["REP002", "PUN002"]\ncache = "none"\n'
PROGRAMS = Path(sys.executable).parent
QUICK = {"PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}"}


class Repository:
    """A git repository with three article pairs under articles/."""

    def __init__(self, folder):
        self.folder = folder
        self.environment = {
            **os.environ,
            **QUICK,
            **dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "An Editor"),
            **dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "desk@example.org"),
            **dict.fromkeys(("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"), os.devnull),
            "PRE_COMMIT_HOME": str(folder.parent / "pre-commit"),
            "NO_COLOR": "1",
        }
        (folder / "articles").mkdir(parents=True)
        for name, text in CLEAN.items():
            self.write(f"articles/{name}.en.txt", text)
            self.write(f"articles/{name}.ru.txt", RUSSIAN[name])
        self.write("checker.toml", SETTINGS)
        self.git("init", "--quiet", "--initial-branch", "main")
        self.commit("Three articles")

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def call(self, *command):
        line = list(map(str, command))
        return subprocess.run(
            line, cwd=self.folder, env=self.environment, capture_output=True, text=True, timeout=300, check=False
        )

    def git(self, *arguments):
        done = self.call("git", *arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def commit(self, message):
        self.git("add", "--all")
        return self.call("git", "commit", "--quiet", "--message", message)

    def checker(self, *arguments):
        return self.call(sys.executable, "-c", "from checker.cli import main; main()", *arguments)


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path / "desk")


def test_a_bad_translation_is_blocked_by_pre_commit_until_it_is_known(repository, tmp_path):
    hooks = yaml(".pre-commit-hooks.yaml")
    hooks[0]["language"] = "system"  # an environment of its own would need a package index
    ours = tmp_path / "hooks"
    ours.mkdir()
    (ours / ".pre-commit-hooks.yaml").write_text(json.dumps(hooks))
    for arguments in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "Hooks")):
        repository.git("-C", ours, *arguments)
    revision = repository.git("-C", ours, "rev-parse", "HEAD")
    config = {"repos": [{"repo": str(ours), "rev": revision, "hooks": [{"id": "checker"}]}]}
    repository.write(".pre-commit-config.yaml", json.dumps(config))
    assert repository.commit("Settings").returncode == 0
    assert repository.call(sys.executable, "-m", "pre_commit", "install").returncode == 0
    before = repository.git("rev-parse", "HEAD")

    repository.write("articles/a.en.txt", BAD)
    blocked = repository.commit("A bad translation")
    assert blocked.returncode == 1
    assert "articles/a.en.txt:3:13: REP002 major" in blocked.stdout + blocked.stderr
    assert "b.en" not in blocked.stdout + blocked.stderr
    assert repository.git("rev-parse", "HEAD") == before

    assert repository.checker("baseline", "articles", "--output", "baseline.csv").returncode == 0
    repository.write("checker.toml", SETTINGS + 'baseline = "baseline.csv"\n')
    accepted = repository.commit("Known for now")
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr
    known = repository.git("rev-parse", "HEAD")
    assert known != before

    repository.write("articles/a.en.txt", WORSE)
    again = repository.commit("A new defect")
    said = again.stdout + again.stderr
    assert again.returncode == 1
    assert "slowly and slowly" in said
    assert "hastily" not in said
    assert repository.git("rev-parse", "HEAD") == known


def yaml(name):
    import yaml as library

    return library.safe_load((ROOT / name).read_text("utf-8"))


def act(repository, **inputs):
    """Run the steps of action.yml as a runner would; the exit code, what it printed, and the job summary."""
    action = yaml("action.yml")
    values = {name: given["default"] for name, given in action["inputs"].items()} | {"version": "installed"}
    values |= {name.replace("_", "-"): value for name, value in inputs.items()}
    files = {name: repository.folder.parent / name for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}
    for path in files.values():
        path.write_text("")

    def fill(text):
        filled = re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: values[match[1]], text)
        return filled.replace("${{ github.action_path }}", str(ROOT))

    code, printed = 0, ""
    for step in action["runs"]["steps"]:
        assert "${{" not in step["run"], "inputs reach a script by the environment only"
        if code and step.get("if") != "always()":
            continue
        environment = {name: fill(text) for name, text in step["env"].items()}
        assert "${{" not in "".join(environment.values())
        environment |= repository.environment | {name: str(path) for name, path in files.items()} | environment
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(
            command, cwd=repository.folder, env=environment, capture_output=True, text=True, timeout=300, check=False
        )
        code, printed = code or done.returncode, printed + done.stdout + done.stderr
    return code, printed, files["GITHUB_STEP_SUMMARY"].read_text("utf-8"), files["GITHUB_OUTPUT"].read_text("utf-8")


def test_the_action_annotates_blocks_and_summarises(repository):
    code, printed, summary, output = act(repository, paths="articles")
    assert (code, "::error" in printed, output) == (0, False, "exit-code=0\n"), printed
    assert "### a.en: no findings" in summary

    repository.write("articles/a.en.txt", BAD)
    repository.commit("A bad translation")
    code, printed, summary, output = act(repository, paths="articles/a.en.txt\narticles/b.en.txt\n")
    assert (code, output) == (1, "exit-code=1\n")
    assert "::error file=articles/a.en.txt,line=3,endLine=3,col=13,endColumn=32,title=REP002" in printed
    assert "a.en: 1 major finding (fail-on major)" in printed
    assert "| major | REP002 | 3 | hastily and hastily |" in summary
    assert (repository.folder / "checker-reports" / "index.html").is_file()
    assert act(repository, paths="articles", fail_on="never")[0] == 0

    repository.checker("baseline", "articles", "--output", "baseline.csv")
    code, printed, _, _ = act(repository, paths="articles", baseline="baseline.csv")
    assert (code, "::error" in printed) == (0, False)
    assert "a.en: 1 known or rejected findings are silent" in printed

    repository.write("articles/a.en.txt", WORSE)
    code, printed, summary, _ = act(repository, paths="articles", baseline="baseline.csv", since="HEAD")
    assert code == 1
    assert "slowly and slowly" in printed
    assert "hastily" not in printed + summary


def test_the_action_cannot_be_talked_into_commands(repository):
    code, printed, _, output = act(repository, paths="--help\n$(touch gone)\n`touch gone`; touch gone")
    assert (code, output) == (2, "exit-code=2\n")
    assert "does not exist" in printed
    assert not (repository.folder / "gone").exists()


def checked(done):
    """The names of the articles that a run in JSON looked at."""
    values = json.loads(done.stdout)
    return [report["name"] for report in values.get("reports", [values])]


def test_since_takes_what_changed_and_nothing_else(repository):
    since = ("check", "articles", "--format", "json", "--since")
    done = repository.checker(*since, "HEAD")
    assert (done.returncode, checked(done)) == (0, [])
    assert "No article has changed since HEAD." in done.stderr

    repository.write("articles/b.ru.txt", RUSSIAN["b"] + "\nНикто не пострадал.\n")
    repository.write("articles/new/d.en.txt", CLEAN["c"])
    assert checked(repository.checker(*since, "HEAD")) == ["b.en", "d.en"], "a changed original, an untracked article"
    assert checked(repository.checker("check", "articles/a.en.txt", "--format", "json", "--since", "HEAD")) == []


def test_since_does_not_blame_a_branch_for_what_others_changed(repository):
    repository.git("switch", "--quiet", "--create", "work")
    repository.write("articles/a.en.txt", CLEAN["a"] + "\nHe went home.\n")
    repository.commit("Ours")
    repository.git("switch", "--quiet", "main")
    repository.write("articles/c.en.txt", CLEAN["c"] + "\nFans cheered.\n")
    repository.commit("Theirs")
    repository.git("switch", "--quiet", "work")
    repository.git("config", "diff.relative", "true")
    done = repository.checker("check", "articles", "--format", "json", "--since", "main")
    assert checked(done) == ["a.en"]


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "0" * 40])
def test_an_unknown_revision_is_one_clear_line(repository, revision):
    done = repository.checker("check", "articles", f"--since={revision}")
    assert done.returncode == 2
    assert "fetch-depth" in done.stderr
    assert done.stderr.count("\n") == 1


def test_entries_of_a_baseline_that_no_longer_occur_are_reported(repository):
    repository.write("articles/a.en.txt", WORSE)
    repository.checker("baseline", "articles", "--output", "baseline.csv")
    repository.write("articles/a.en.txt", BAD)
    done = repository.checker("check", "articles", "--baseline", "baseline.csv", "--format", "concise")
    assert (done.returncode, done.stdout) == (0, "")
    assert "a.en: 1 baseline entries no longer occur; write the baseline again to drop them" in done.stderr
    repository.checker("baseline", "articles", "--output", "baseline.csv")
    done = repository.checker("check", "articles", "--baseline", "baseline.csv", "--format", "concise")
    assert "no longer occur" not in done.stderr
    text = (repository.folder / "baseline.csv").read_text("utf-8-sig").replace(",known,", ",fixed,")
    repository.write("baseline.csv", text)
    done = repository.checker("check", "articles", "--baseline", "baseline.csv", "--format", "concise")
    assert done.returncode == 1
    assert "1 findings that were marked fixed have returned" in done.stderr


@pytest.mark.parametrize(
    "narrower",
    [("--ignore", "REP002"), ("--select", "PUN"), ("--min-confidence", "0.999"), ("--select", "REP002,OMI001")],
)
def test_entries_of_rules_that_were_not_asked_are_not_called_gone(repository, narrower):
    repository.write("articles/a.en.txt", WORSE)
    repository.checker("baseline", "articles", "--output", "baseline.csv")
    known = repository.folder / "baseline.csv"
    row = next(line for line in known.read_text("utf-8-sig").splitlines() if "slowly" in line).split(",")
    row[1], row[2] = "0" * 16, "OMI001"  # a rule that needs an original, in an article that has lost its own
    known.write_text(known.read_text("utf-8-sig") + ",".join(row) + "\n", "utf-8")
    (repository.folder / "articles/a.ru.txt").unlink()
    repository.write("articles/a.en.txt", CLEAN["a"])
    line = ("check", "articles", "--baseline", "baseline.csv", "--format", "concise")
    gone = "a.en: 2 baseline entries no longer occur"
    assert gone in repository.checker(*line).stderr
    assert (gone in repository.checker(*line, *narrower).stderr) is ("REP002,OMI001" in narrower)


def test_folders_and_globs_have_settings_of_their_own(repository):
    repository.write("articles/a.en.txt", BAD)
    repository.write("sport/s.en.txt", BAD)
    repository.write("sport/checker.toml", SETTINGS + 'fail-on = "critical"\n')
    repository.write("checker.toml", SETTINGS + '[per-file."articles/a.*.txt"]\nfail-on = "never"\n')
    assert repository.checker("check", "articles", "sport", "--format", "concise").returncode == 0
    shown = tomllib.loads(repository.checker("check", "articles", "sport", "--show-settings").stdout)
    limits = {name: table["fail-on"] for name, table in shown.items()}
    assert limits == {
        "articles/a.en.txt": "never",
        "articles/b.en.txt": "major",
        "articles/c.en.txt": "major",
        "sport/s.en.txt": "critical",
    }
    assert shown["sport/s.en.txt"]["select"] == ["REP002", "PUN002"]


def test_shown_settings_can_be_settings(repository):
    repository.write("checker.toml", SETTINGS + 'words = "w.txt"\n[parts.detectors.garble]\nrare = 2.5\n')
    repository.write("w.txt", "")
    shown = repository.checker("check", "articles/a.en.txt", "--show-settings").stdout
    table = tomllib.loads(shown)["articles/a.en.txt"]
    assert table["parts"] == {"detectors": {"garble": {"rare": 2.5}}}
    assert "# min-fidelity =" in shown
    from checker.config import parse

    again = parse(table, "shown")
    assert (again.encoder, again.parts) == ("none", {"detectors.garble": {"rare": 2.5}})


def test_each_folder_has_its_own_target_language_and_template(repository):
    repository.write("french/checker.toml", SETTINGS + 'target-lang = "fr"\nsource-template = "../articles/a.en.txt"\n')
    repository.write("french/x.fr.txt", "Le ministre est parti tôt.\n")
    done = repository.checker("check", "articles", "french", "--show-settings")
    assert [*tomllib.loads(done.stdout)][-1] == "french/x.fr.txt"
    assert "# source: french/../articles/a.en.txt" in done.stdout


def test_an_original_or_a_retranslation_stands_for_its_article(repository):
    repository.write("articles/a.retranslation.txt", "The minister went away early.\n\nNobody talked of the budget.\n")
    named = ("articles/a.ru.txt", "articles/a.retranslation.txt", "articles/a.en.txt")
    assert checked(repository.checker("check", *named, "--format", "json")) == ["a.en"]


def test_the_files_for_others_are_valid():
    for schema, name in (
        ("vendor.github-actions", "action.yml"),
        ("vendor.github-workflows", "checker/data/init/workflow.yml"),
        ("vendor.gitlab-ci", "checker/data/init/gitlab.yml"),
    ):
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(ROOT / name)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    for kind, name in (("manifest", ".pre-commit-hooks.yaml"), ("config", "checker/data/init/pre-commit.yaml")):
        command = [sys.executable, "-m", "pre_commit", f"validate-{kind}", str(ROOT / name)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_every_line_of_the_settings_template_is_a_setting():
    text = (ROOT / "checker/data/init/checker.toml").read_text("utf-8")
    from checker.config import parse

    config = parse(tomllib.loads(re.sub(r"(?m)^# (?=[a-z-]+ = |\[)", "", text)), "template")
    assert config.per_file == (("sport/*.en.txt", {"ignore": ("CAL",)}),)


def test_what_init_writes_works(repository):
    done = repository.checker("init")
    assert done.returncode == 0
    assert "checker.toml exists and is left as it is" in done.stdout
    assert repository.folder.joinpath("checker.toml").read_text() == SETTINGS
    assert repository.call(sys.executable, "-m", "pre_commit", "install").returncode == 0
    repository.write("articles/b.en.txt", BAD)
    blocked = repository.commit("Bad")
    assert blocked.returncode == 1
    assert "REP002" in blocked.stdout + blocked.stderr
    again = repository.checker("init")
    assert again.stdout.count("merge this into it") == 4


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("chek",), "check"),
        (("check", "x", "--formt", "csv"), "--format"),
        (("check", "articles", "--format", "serif"), 'did you mean "sarif"'),
        (("check", "articles", "--fail-on", "mjaor"), 'did you mean "major"'),
        (("check", "articles", "--variant", "en-UK"), 'did you mean "en-'),
        (("check", "articles", "--encoder", "hasing"), 'did you mean "hashing"'),
        (("report", "x.json", "--format", "junti"), 'did you mean "junit"'),
        (("rules", "REP0022"), 'did you mean "REP002"'),
    ],
)
def test_a_slip_is_met_with_the_nearest_name(repository, arguments, said):
    done = repository.checker(*arguments)
    assert done.returncode == 2
    assert said in done.stderr


def test_shells_can_complete():
    environment = {
        **os.environ,
        **QUICK,
        "_CHECKER_COMPLETE": "complete_bash",
        "COMP_WORDS": "checker ba",
        "COMP_CWORD": "1",
    }
    done = subprocess.run([PROGRAMS / "checker"], env=environment, capture_output=True, text=True, check=False)
    assert "baseline" in done.stdout.split()
    environment |= {"_CHECKER_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "checker check --fail"}
    done = subprocess.run([PROGRAMS / "checker"], env=environment, capture_output=True, text=True, check=False)
    assert "--fail-on" in done.stdout
    script = subprocess.run(
        [PROGRAMS / "checker", "--show-completion", "bash"],
        # the shell is named here: which one runs the tests is nobody's business
        env=os.environ | QUICK | {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "complete" in script.stdout


def test_make_bench_runs_every_benchmark_that_a_page_names():
    pages = [page.read_text("utf-8") for page in (ROOT / "docs").glob("*.md")]
    named = {name for page in pages for name in re.findall(r"benchmarks\.(\w+)", page)}
    assert "scale" in named
    assert named <= {name for name, *_ in commands("data", "text", "python")}
