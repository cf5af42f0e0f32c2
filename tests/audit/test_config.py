"""Settings: which origin wins, what a found file may not say, and how a wrong value is told."""

from datetime import date

import pytest

from audit.config import Config, load
from audit.endpoints import archives_of, lanes_of
from quotations.errors import ConfigError

pytestmark = pytest.mark.unit


@pytest.fixture
def home(tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "work").mkdir()
    return tmp_path


def loaded(home, flags=None, **environ):
    return load({"HOME": str(home / "home"), **environ}, home / "work", flags or {})


def own_file(home, text):
    place = home / "home" / ".config" / "citetrail" / "citetrail.toml"
    place.parent.mkdir(parents=True)
    place.write_text(text)


def test_later_origins_win_and_each_value_knows_its_own(home):
    own_file(home, 'profile = "ap"\nmax_sources = 10\nport = 1111')
    (home / "work" / "citetrail.toml").write_text('profile = "legal"\nport = 2222')
    config = loaded(home, {"format": "json", "offline": None}, CITETRAIL_PORT="3333")
    assert (config.profile, config.max_sources, config.port, config.format) == ("legal", 10, 3333, "json")
    assert config.provenance["port"] == "environment"
    assert config.provenance["profile"].endswith("work/citetrail.toml")
    assert config.provenance["format"] == "command line"
    assert "offline" not in config.provenance


def test_the_table_of_a_projects_pyproject_counts(home):
    (home / "work" / "pyproject.toml").write_text('[tool.citetrail]\nprofile = "ocr"\n')
    assert loaded(home).profile == "ocr"


def test_somebody_elses_broken_pyproject_is_not_our_trouble(home):
    (home / "work" / "pyproject.toml").write_text("[[[ no toml")
    assert loaded(home) == Config(provenance={})


@pytest.mark.parametrize(
    "line",
    [
        'db = "x.db"',
        'allow_address = ["10.0.0.0/8"]',
        'archives = ["https://a.example"]',
        'resolve = "a:1:b"',
        '[endpoints.library]\ncdx = "https://a.example/cdx"',
        "save = true",
        'save_keys = "one:two"',
    ],
)
def test_a_file_in_the_working_directory_may_not_say_whom_to_trust(home, line):
    (home / "work" / "citetrail.toml").write_text(line)
    with pytest.raises(ConfigError, match="may not set"):
        loaded(home)


def test_the_users_own_file_may(home):
    own_file(home, 'db = "x.db"\nallow_address = ["10.0.0.0/8"]')
    assert loaded(home).archive == "x.db"
    assert loaded(home).allow_address == ("10.0.0.0/8",)


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"CITETRAIL_PORT": "many"}, "port"),
        ({"CITETRAIL_OFFLINE": "perhaps"}, "offline"),
        ({"CITETRAIL_FAIL_ON": "always"}, "fail_on"),
        ({"CITETRAIL_KINDS": "direct,loud"}, "loud"),
        ({"CITETRAIL_MAX_AGE": "soon"}, "soon"),
    ],
)
def test_a_wrong_value_names_the_setting_and_what_it_takes(home, environ, said):
    with pytest.raises(ConfigError) as caught:
        loaded(home, **environ)
    assert said in caught.value.message
    assert caught.value.hint


def test_an_unknown_setting_in_a_file_is_told(home):
    own_file(home, "colour = true")
    with pytest.raises(ConfigError, match="no setting colour"):
        loaded(home)


def test_lists_are_taken_apart_at_commas_and_blanks(home):
    assert loaded(home, CITETRAIL_KINDS="direct, scare").kinds == ("direct", "scare")
    assert loaded(home, {"roles": ["body,note", "chrome"]}).roles == ("body", "note", "chrome")


def test_the_default_archive_stands_in_the_data_home(monkeypatch, home):
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    assert loaded(home).archive == str(home / "data" / "citetrail" / "archive.db")


def test_rules_for_hosts_come_from_files_and_from_the_environment(home):
    own_file(home, '[hosts."example.org"]\ndelay = 5\nskip = "closed"\nuntil = 2026-12-31\n')
    (rule,) = loaded(home).hosts
    assert (rule.host, rule.delay, rule.skip, rule.until) == ("example.org", 5.0, "closed", date(2026, 12, 31))
    *_, rule = loaded(home, CITETRAIL_HOSTS='{"b.example": {"budget": 7}}').hosts
    assert (rule.host, rule.budget) == ("b.example", 7)
    with pytest.raises(ConfigError, match="no table"):
        loaded(home, CITETRAIL_HOSTS="b.example=7")


def test_a_file_in_the_working_directory_only_ever_asks_less(home):
    own_file(home, 'exclude = ["mine.example"]\n[hosts."a.example"]\ndelay = 9\nbudget = 5\nskip = "closed"\n')
    (home / "work" / "citetrail.toml").write_text(
        'exclude = ["theirs.example/a,b"]\n[hosts."a.example"]\ndelay = 2\nbudget = 50\n[hosts."b.example"]\ndelay = 3\n'
    )
    config = loaded(home)
    assert config.exclude == ("mine.example", "theirs.example/a,b")
    rules = {rule.host: rule for rule in config.hosts}
    assert (rules["a.example"].delay, rules["a.example"].budget, rules["a.example"].skip) == (9.0, 5, "closed")
    assert rules["b.example"].delay == 3.0


def test_whom_not_to_ask_adds_up_over_all_origins(home):
    own_file(home, 'exclude = ["a.example"]\n[hosts."x.example"]\ndelay = 9\n[hosts."y.example"]\ndelay = 9\n')
    flags = {"exclude": ["c.example"]}
    config = loaded(home, flags, CITETRAIL_EXCLUDE="b.example", CITETRAIL_HOSTS='{"x.example": {"delay": 2}}')
    assert config.exclude == ("a.example", "b.example", "c.example")
    assert {rule.host: rule.delay for rule in config.hosts} == {"x.example": 2.0, "y.example": 9.0}


@pytest.mark.parametrize(
    "text", ["delay = 0", "delay = 0.5", '[hosts."a.example"]\ndelay = 0.5', '[hosts."a.example"]\nwidth = 2']
)
def test_a_file_in_the_working_directory_may_not_have_servers_asked_faster(home, text):
    (home / "work" / "citetrail.toml").write_text(text)
    with pytest.raises(ConfigError, match="asked faster"):
        loaded(home)
    (home / "work" / "citetrail.toml").unlink()
    own_file(home, text)
    loaded(home)


def test_a_delay_that_is_milder_may_stand_in_the_working_directory(home):
    (home / "work" / "citetrail.toml").write_text("delay = 2.5")
    assert loaded(home).delay == 2.5


@pytest.mark.parametrize("setting", [{"CITETRAIL_DEAD_AFTER": "0"}, {"CITETRAIL_DEAD_INTERVAL": "later"}])
def test_a_ledger_that_cannot_be_kept_is_refused(home, setting):
    with pytest.raises(ConfigError):
        loaded(home, **setting)


def test_an_archive_is_an_address_or_the_name_of_its_doors(home):
    own_file(
        home,
        'archives = ["library", "https://web.archive.org/web/"]\n[endpoints.library]\n'
        'timemap = "https://maps.example/link/"\nlist_delay = 5\nbudget = 9',
    )
    config = loaded(home)
    library, wayback = archives_of(config.archives, config.endpoints)
    assert (library.name, library.timemap, library.cdx) == ("library", "https://maps.example/link/", "")
    assert (library.list_delay, library.budget) == (5.0, 9)
    assert wayback.cdx == "https://web.archive.org/cdx/search/cdx"
    delays = {rule.name: (rule.delay, rule.least) for rule in lanes_of((library, wayback))}
    assert delays["library: lists"] == (5.0, 2.5)
    assert delays["web.archive.org: lists"] == (None, 2.5)
    assert delays["web.archive.org: copies"] == (None, 0.0)


def test_the_doors_of_an_archive_may_come_from_the_environment(home):
    config = loaded(
        home,
        {"archives": ["library"]},
        CITETRAIL_ENDPOINTS='{"library": {"copies": "https://archive.example/all/", "cdx": "https://archive.example/cdx"}}',
    )
    assert [one.doors for one in archives_of(config.archives, config.endpoints)] == [
        ("https://archive.example/all/", "https://archive.example/cdx")
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('archives = ["library"]', "is no http address"),
        ("[endpoints]\nlibrary = 1", "is no table of an archive"),
        ('[endpoints.library]\ndoor = "https://a.example"', "has no door"),
        ('[endpoints.library]\ncdx = "ftp://a.example"', "cdx is no http address"),
        ('[endpoints.library]\nsave = "https://a.example/save"', "names no door"),
        ('[endpoints.library]\ncdx = "https://a.example"\ndelay = "soon"', "could not convert"),
        ('[endpoints.library]\ncdx = "https://a.example"\ndelay = -1', "out of range"),
    ],
)
def test_a_wrong_archive_is_told_with_what_to_write(home, text, told):
    own_file(home, text)
    with pytest.raises(ConfigError, match=told) as refused:
        loaded(home)
    assert refused.value.hint


def test_no_archive_is_asked_by_default():
    assert archives_of(Config().archives, Config().endpoints) == ()


@pytest.mark.parametrize("keys", ["", "one", "one:", ":two", "one: two", "one:two\n"])
def test_saving_wants_the_persons_keys(home, keys):
    with pytest.raises(ConfigError, match="save_keys") as refused:
        loaded(home, {"save": True, "archives": ["https://web.archive.org/web/"]}, CITETRAIL_SAVE_KEYS=keys)
    assert "two" not in refused.value.message


def test_saving_wants_an_archive_that_takes_pages(home):
    with pytest.raises(ConfigError, match="none of the archives"):
        loaded(home, {"save": True, "archives": ["https://archive.example/all/"]}, CITETRAIL_SAVE_KEYS="one:two")
