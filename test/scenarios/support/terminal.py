"""A person at a terminal: terminal.py ANSWERS.json PROGRAM ARGS...: gives one answer whenever a question waits.

An answer of null closes the terminal (Ctrl-D). Prints what stood on the screen and ends with the program's exit code.
"""
import json
import os
import pty
import re
import select
import sys

MOVES = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


def main(answers, command):
    pid, screen = pty.fork()
    if pid == 0:
        os.execvp(command[0], command)
    seen = b""
    asked = b""
    while True:
        ready, _, _ = select.select([screen], [], [], 30)
        if not ready:
            os.kill(pid, 9)
            sys.exit("the program waits for more answers than were given")
        try:
            piece = os.read(screen, 4096)
        except OSError:
            break
        if not piece:
            break
        seen += piece
        asked += piece
        text = MOVES.sub("", asked.decode("utf8", "ignore"))
        if answers and text.endswith(": "):
            answer = answers.pop(0)
            os.write(screen, b"\x04" if answer is None else answer.encode() + b"\r")
            asked = b""
    _, status = os.waitpid(pid, 0)
    sys.stdout.write(re.sub("\r+\n", "\n", MOVES.sub("", seen.decode("utf8", "replace"))))
    sys.exit(os.waitstatus_to_exitcode(status))


main(json.loads(sys.argv[1]), sys.argv[2:])
