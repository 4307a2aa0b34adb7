"""Runs a program of a step as its container would: `run(given, bridge)`, called by run-python.ts.

What the page has not, ends the program as one that is not run here, whatever it does about it. This is
honesty, not a lock: the locks are the frame, its policy and the emptied scope (docs/decisions/0008).
"""

import asyncio
import atexit
import builtins
import errno
import json
import os
import subprocess
import sys
import time
import traceback
import types

PROGRAM_FOLDER = "/app"
MOUNTED = ("/kratix/input", "/kratix/output", "/kratix/metadata")
WRITABLE = ("/kratix/output", "/kratix/metadata", "/tmp")
TOLD = ("/kratix", "/resources")
# Events of the interpreter (sys.audit) that change what stands at their first argument.
CHANGES = {
    *("os.mkdir", "os.remove", "os.rmdir", "os.rename", "os.link", "os.symlink"),
    *("os.truncate", "os.chmod", "os.utime"),
}
# Which of their arguments these are (else the first), and which is the open folder that a path is told
# from (else the last; os.truncate has none).
CHANGED_AT = {"os.rename": (0, 1), "os.link": (1,), "os.symlink": (1,)}
FOLDER_AT = {"os.rename": {0: 2, 1: 3}, "os.link": {1: 3}, "os.symlink": {1: 2}}
LOOKS = {"os.listdir", "os.scandir", "os.chdir"}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
PROCESSES = (
    *("fork", "forkpty", "system", "popen", "posix_spawn", "posix_spawnp", "startfile"),
    *("execl", "execle", "execlp", "execlpe", "execv", "execve", "execvp", "execvpe"),
    *("spawnl", "spawnle", "spawnlp", "spawnlpe", "spawnv", "spawnve", "spawnvp"),
)


class Ended(BaseException):
    """What a program gets that is ended: nothing it does from here on counts."""


def run(text, bridge):
    """Gives the exit code and the last words of the program; nothing when it was ended before."""
    given = json.loads(text)

    def not_here(reason):
        try:
            bridge.notHere(reason)
        except Exception as error:
            raise Ended from error
        raise Ended

    def ask(method, url, headers, body):
        try:
            answer = bridge.ask(method, url, json.dumps(headers), json.dumps(body))
        except Exception as error:
            raise Ended from error
        return json.loads(answer)

    def leave(code):
        try:
            bridge.exit(code)
        except Exception as error:
            raise Ended from error

    sandbox = types.ModuleType("_sandbox")
    sandbox.not_here = not_here
    sandbox.ask = ask
    sys.modules["_sandbox"] = sandbox

    use_packages(not_here)
    use_environment(given, not_here)
    use_clock(not_here)
    use_files(given["unknownFolders"], bridge, not_here)
    os._exit = leave
    os.abort = lambda: leave(134)
    return execute(f"{PROGRAM_FOLDER}/{given['program']}", not_here)


def execute(path, not_here):
    sys.argv = [path]
    sys.path[:] = [PROGRAM_FOLDER, *(entry for entry in sys.path if entry)]
    main = types.ModuleType("__main__")
    main.__file__ = path
    main.__builtins__ = builtins
    sys.modules["__main__"] = main
    code, words = 0, None
    try:
        with open(path, "rb") as file:
            program = compile(file.read(), path, "exec", dont_inherit=True)
        exec(program, vars(main))
    except SystemExit as error:
        code, words = exit_of(error)
    except Ended:
        return None
    except BaseException as error:
        missing = getattr(error, "name", None)
        if isinstance(error, ModuleNotFoundError) and missing in sys.stdlib_module_names:
            try:
                not_here(f"It uses the module {missing} of Python, which is not there in the page.")
            except Ended:
                return None
        print_exception(error)
        code = 1
        words = traceback.format_exception_only(error)[-1].strip()
    try:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
    except Ended:
        return None
    return json.dumps([code, words])


def print_exception(error):
    """As the interpreter does, without what stands here."""
    told = traceback.TracebackException.from_exception(error)
    chain = [told]
    while chain:
        one = chain.pop()
        one.stack[:] = [frame for frame in one.stack if frame.filename != "machine.py"]
        chain += [other for other in (one.__cause__, one.__context__) if other]
    print("".join(told.format()), end="", file=sys.stderr)


def exit_of(error):
    if error.code is None:
        return 0, None
    if isinstance(error.code, int):
        return error.code & 255, None
    print(error.code, file=sys.stderr)
    return 1, str(error.code)


def use_packages(not_here):
    """What is imported and cannot be found is named; the packages of the page are no part of it."""

    class Finder:
        @staticmethod
        def find_spec(name, path=None, target=None):
            top = name.partition(".")[0]
            if top == "tzdata":
                not_here("It needs the package tzdata, which is not there in the page.")
            if name != top and top != "kubernetes":
                return None
            frame = sys._getframe(1)
            while frame and "importlib" in frame.f_code.co_filename:
                frame = frame.f_back
            if frame is None or not frame.f_code.co_filename.startswith(f"{PROGRAM_FOLDER}/"):
                return None
            if top in sys.stdlib_module_names:
                return not_here(f"It uses the module {name} of Python, which is not there in the page.")
            return not_here(f"It needs the package {name}, which is not there in the page.")

    sys.meta_path[:] = [one for one in sys.meta_path if isinstance(one, type)]
    sys.meta_path.append(Finder)
    for name in ("js", "pyodide_js", "pyodide_js._api"):
        sys.modules.pop(name, None)
    import yaml

    def missing(name):
        if name.startswith("C"):
            return not_here(f"It uses yaml.{name}, which is not there in the page.")
        raise AttributeError(f"module 'yaml' has no attribute {name!r}", name=name, obj=yaml)

    yaml.__getattr__ = missing


def use_environment(given, not_here):
    unknown = dict(given["unknownVariables"])

    class Environment(type(os.environ)):
        def __getitem__(self, key):
            if key in unknown:
                not_here(f"It reads the variable {key}: {unknown[key]}.")
            return super().__getitem__(key)

        def __iter__(self):
            for key, reason in unknown.items():
                not_here(f"It reads the variable {key}: {reason}.")
            return super().__iter__()

    os.environ.clear()
    os.environ.update(dict(given["environment"]))
    os.environ.__class__ = Environment


def use_clock(not_here):
    """Coroutines run as in any program: the page's own loop cannot be waited for."""

    class Selector:
        def select(self, timeout):
            if timeout is None:
                not_here("It waits for what never comes in the page.")
            if timeout > 0:
                time.sleep(timeout)
            return []

        def close(self):
            pass

    class Loop(asyncio.BaseEventLoop):
        def __init__(self):
            super().__init__()
            self._selector = Selector()

        def _process_events(self, events):
            pass

        def _write_to_self(self):
            pass

    def run_coroutine(main, *, debug=None, loop_factory=None):
        with asyncio.Runner(debug=debug, loop_factory=loop_factory or Loop) as runner:
            return runner.run(main)

    asyncio._set_running_loop(None)
    asyncio.set_event_loop(None)
    asyncio.run = run_coroutine
    asyncio.new_event_loop = Loop


def use_files(unknown_folders, bridge, not_here):
    """Watches what is opened and changed: who the container runs as may write to few places."""

    def within(path, folder):
        return path == folder or path.startswith(f"{folder}/")

    def absolute(path, folder=-1):
        below = os.readlink(f"/proc/self/fd/{folder}") if folder >= 0 else os.getcwd()
        return os.path.normpath(os.path.join(below, os.fsdecode(path)))

    def know(path):
        if any(within(path, folder) for folder in unknown_folders):
            not_here(f"It uses {path}, which a volume of the cluster holds.")

    def change(path):
        if any(within(path, folder) for folder in (*WRITABLE, "/dev")):
            return
        if within(path, "/kratix"):
            not_here(f"It writes to {path}, which is followed nowhere else.")
        raise PermissionError(13, "Permission denied", path)

    def heed(event, given):
        if event == "open":
            path, _, flags = given
            if not isinstance(path, (str, bytes, os.PathLike)):
                return
            path = absolute(path)
            know(path)
            if isinstance(flags, int) and flags & WRITES:
                change(path)
            elif any(within(path, folder) for folder in TOLD) and os.path.isfile(path):
                bridge.read(path)
        elif event in CHANGES:
            for at in CHANGED_AT.get(event, (0,)):
                path = given[at]
                if isinstance(path, int):
                    continue
                folder = -1 if event == "os.truncate" else given[FOLDER_AT.get(event, {0: -1})[at]]
                path = absolute(path, folder)
                know(path)
                if event in ("os.rmdir", "os.rename") and path in MOUNTED:
                    raise OSError(errno.EBUSY, "Device or resource busy", path)
                if event != "os.mkdir" or not os.path.isdir(path):
                    change(path)
        elif event in LOOKS:
            if given and isinstance(given[0], (str, bytes, os.PathLike)):
                know(absolute(given[0]))
        elif event == "urllib.Request":
            not_here(f"It asks {given[0]}, and the page gives it no network.")
        elif event.startswith("socket."):
            not_here("It uses the network, which is not there in the page.")
        elif event.startswith("_thread.start"):
            not_here("It starts a thread, which the page does not give it.")

    def process(*_given, **_named):
        not_here("It starts another program, and there is none in the page.")

    for name in PROCESSES:
        setattr(os, name, process)
    subprocess.Popen.__init__ = process
    if unknown_folders:
        for name in ("stat", "lstat", "access", "readlink"):
            setattr(os, name, knowing(getattr(os, name), absolute, know))
    sys.addaudithook(heed)


def knowing(original, absolute, know):
    def look(path, *given, **named):
        if not isinstance(path, int):
            know(absolute(path))
        return original(path, *given, **named)

    return look
