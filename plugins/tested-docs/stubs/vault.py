#!/usr/bin/env python3
"""Stands for the command line of Vault with one key-value store (version 2), for the calls that the runbooks make.

As Vault does, `name=@file` and `name=-` store the text as it is, with its line feed; `put` replaces all fields, `patch` those that are named.
"""
import json
import os
import sys

path = os.environ["VAULT_STAND_IN"]


def fail(text):
    print(text, file=sys.stderr)
    sys.exit(2)


def load():
    return json.load(open(path)) if os.path.exists(path) else {}


def save(store):
    with open(path, "w") as file:
        json.dump(store, file)


args = sys.argv[1:]
if args[:1] != ["kv"]:
    fail(f"the stand-in knows only `vault kv`, found: {args}")
args = args[1:]
flags = dict(arg[1:].partition("=")[::2] for arg in args if arg.startswith("-"))
words = [arg for arg in args if not arg.startswith("-")]
verb = " ".join(words[:2]) if words[0] == "metadata" else words[0]
words = words[len(verb.split()):]
name, pairs = words[0], words[1:]
store = load()
versions = store.get(name, [])


def value(text):
    if text.startswith("@"):
        return open(text[1:]).read()
    return sys.stdin.read() if text == "-" else text


def write(data):
    if "cas" in flags and int(flags["cas"]) != len(versions):
        fail("check-and-set parameter did not match the current version")
    store[name] = [*versions, data]
    save(store)
    print(f"version    {len(store[name])}")


if verb == "put" and pairs == [] :
    fail("Must supply data")
elif verb in ("put", "patch"):
    if len(pairs) == 1 and pairs[0].startswith("@"):
        fields = json.load(open(pairs[0][1:]))
    else:
        fields = {key: value(text) for key, _, text in (pair.partition("=") for pair in pairs)}
    if verb == "patch" and not versions:
        fail(f"No value found at {name}")
    write({**(versions[-1] if verb == "patch" else {}), **fields})
elif verb in ("get", "rollback", "metadata get") and not versions:
    fail(f"No value found at {name}")
elif verb == "get":
    data = versions[int(flags.get("version", len(versions))) - 1]
    if "field" in flags:
        if flags["field"] not in data:
            fail(f'Field "{flags["field"]}" not present in secret')
        found = data[flags["field"]]
        sys.stdout.write(found if isinstance(found, str) else json.dumps(found))
    elif flags.get("format") == "json":
        print(json.dumps({"data": {"data": data, "metadata": {"version": len(versions)}}}))
    else:
        print("\n".join(sorted(data)))
elif verb == "metadata get":
    print(json.dumps({"data": {"current_version": len(versions)}}) if flags.get("format") == "json" else f"current_version    {len(versions)}")
elif verb == "rollback":
    write(versions[int(flags["version"]) - 1])
else:
    fail(f"the stand-in does not know `vault kv {verb}`")
