"""Reads [{lang, text}] as JSON from standard input; writes, for each, null or [line, message]."""
import configparser
import json
import sys
import tomllib

import yaml


def python(text):
    compile(text, "snippet", "exec", dont_inherit=True)


def ini(text):
    # A "%" is text: Alembic's and systemd's files are not interpolated by this reader.
    configparser.ConfigParser(interpolation=None).read_string(text)


def line_of(error):
    mark = getattr(error, "problem_mark", None)
    if mark is not None:
        return mark.line + 1
    line = getattr(error, "lineno", None)
    if line is None and getattr(error, "errors", None):
        line = error.errors[0][0]
    if line is None:
        # tomllib says its place only in words.
        words = str(error).replace(",", " ").replace(")", " ").split()
        line = words[words.index("line") + 1] if "line" in words else 1
    return int(line)


PARSERS = {"python": python, "yaml": lambda text: list(yaml.safe_load_all(text)), "toml": tomllib.loads, "json": json.loads, "ini": ini}


def check(fence):
    try:
        PARSERS[fence["lang"]](fence["text"])
    except (ValueError, SyntaxError, yaml.YAMLError, configparser.Error) as error:
        return [line_of(error), " ".join(str(error).split())]
    return None


json.dump([check(fence) for fence in json.load(sys.stdin)], sys.stdout)
