# The age program asks for a passphrase at a terminal only: gives it one, and answers every question.
# age-at-terminal.py PASSPHRASE age ARGUMENTS…; exits as age does.
import os
import pty
import sys

passphrase, command = sys.argv[1].encode(), sys.argv[2:]
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(command[0], command)
shown = b""
while True:
    try:
        chunk = os.read(terminal, 1024)
    except OSError:
        break  # Linux says so that the other end is closed.
    if not chunk:
        break
    shown += chunk
    if shown.rstrip().endswith(b":"):
        os.write(terminal, passphrase + b"\n")
        shown = b""
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
