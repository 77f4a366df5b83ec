"""Runs checks and prints what came of each."""

import re
import traceback


def check(name):
    """Runs the function below it as a check."""

    def run(function):
        try:
            function()
            print(f"passed {name}", flush=True)
        except Exception as error:
            line = traceback.extract_tb(error.__traceback__)[1].lineno
            why = re.sub(r"\s+", " ", f"{type(error).__name__} {error}")
            print(f"failed {name}: line {line}: {why}", flush=True)

    return run


def equal(found, expected):
    """Asserts that two values are the same."""
    assert found == expected, f"{found!r} is not {expected!r}"


def raised(kind, function, *arguments, **options):
    """What a function raises, which has to be of a kind."""
    try:
        function(*arguments, **options)
    except kind as error:
        return error
    raise AssertionError(f"{kind.__name__} is not raised")
