"""Finds every function of the desk that is told who is acting, and which of them a table names."""

import inspect
import pkgutil
from collections.abc import Callable, Iterable
from importlib import import_module
from types import ModuleType

from judging_app import desk as package
from judging_app.domain.roles import Actor

Question = Callable[..., object]


def desk_modules() -> tuple[ModuleType, ...]:
    """Every module of the desk, whether anything has imported it yet or not."""
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    return tuple(import_module(one.name) for one in found)


def told_who_acts(modules: Iterable[ModuleType]) -> dict[str, Question]:
    """Their own public functions with an `Actor` among what they are given, by full name."""
    return {
        f"{module.__name__}.{name}": function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
        if any(_is_actor(one.annotation) for one in _given(function))
    }


def named_by(do: Question) -> set[Question]:
    """The functions of the desk that `do` calls by name in its own lines, or is itself."""
    if do.__module__.startswith(f"{package.__name__}."):
        return {do}
    names = inspect.getclosurevars(do)
    found: set[Question] = {one for one in names.globals.values() if inspect.isfunction(one)}
    for module in names.globals.values():
        if inspect.ismodule(module):
            said = names.unbound | set(names.globals)  # a function may have its module's name
            found |= {getattr(module, name) for name in said if hasattr(module, name)}
    return found


def _given(function: Question) -> Iterable[inspect.Parameter]:
    return inspect.signature(function, eval_str=True).parameters.values()


def _is_actor(annotation: object) -> bool:
    return annotation is Actor or Actor in getattr(annotation, "__args__", ())
