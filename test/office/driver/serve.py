# A LibreOffice that does what it is told: one JSON job per line comes in, one JSON answer per line
# goes out. Run by Debian's own python3, which has UNO: serve.py FOLDER, for the office's profile.
import json
import os
import signal
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

from steps import Editing, set_author

FILTERS = {"odt": "writer8", "docx": "MS Word 2007 XML", "pdf": "writer_pdf_Export"}
LONGEST_START = 180


def start(folder):
    """The office and its component context."""
    pipe = f"retour-{os.getpid()}"
    process = subprocess.Popen(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore",
         "--nologo", "--nodefault", f"--accept=pipe,name={pipe};urp;"],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + LONGEST_START
    while True:
        try:
            return process, resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if process.poll() not in (None, 0) or time.monotonic() > until:
                stop(process)
                raise
            time.sleep(0.1)


def stop(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def edit(context, job):
    """Opens a file, takes the steps, saves it as another file."""
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(f"file://{job['from']}", "_blank", 0, ())
    if document is None:
        raise ValueError("the office does not open this file")
    try:
        editing = Editing(context, document)
        for number, step in enumerate(job["steps"], 1):
            try:
                editing.take(step)
            except Exception as problem:
                raise ValueError(f"step {number}, {json.dumps(step, ensure_ascii=False)}: {problem!r}")
        filter_name = PropertyValue(Name="FilterName", Value=FILTERS[job["as"]])
        document.storeToURL(f"file://{job['to']}", (filter_name,))
    finally:
        document.close(True)
        set_author(context, "")


def main():
    process, context = start(sys.argv[1])
    try:
        print("ready", flush=True)
        for line in sys.stdin:
            try:
                edit(context, json.loads(line))
                answer = {"done": True}
            except Exception as problem:
                answer = {"problem": str(problem)}
            print(json.dumps(answer), flush=True)
    finally:
        stop(process)


main()
