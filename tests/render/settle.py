"""Run by the system's Python: opens Word files in LibreOffice, accepts and rejects all their changes, prints their paragraphs.

python3 settle.py PIPE FILE...   prints {file: {"accept": [paragraph], "reject": [paragraph]}}
"""

import json
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue

COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def connect(pipe):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer")


def settle(context, desktop, path, command):
    hidden = PropertyValue("Hidden", 0, True, 0)
    document = desktop.loadComponentFromURL(Path(path).absolute().as_uri(), "_blank", 0, (hidden,))
    dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
    found = [paragraph.String for paragraph in document.Text]
    document.close(True)
    return found


def main(pipe, *paths):
    context = connect(pipe)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    found = {
        path: {verdict: settle(context, desktop, path, command) for verdict, command in COMMANDS.items()}
        for path in paths
    }
    print(json.dumps(found))
    desktop.terminate()


if __name__ == "__main__":
    main(*sys.argv[1:])
