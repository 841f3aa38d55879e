"""The walking trial through OpenSim's own tools: prints `levelhip VERSION ID_MS SO_MS JR_MS`. Usage: openSimTrial.py FOLDER"""
import os
import shutil
import sys
import tempfile
import time

import opensim

opensim.Logger.setLevelString("off")
source = sys.argv[1]
with tempfile.TemporaryDirectory() as work:
    for name in os.listdir(source):
        shutil.copy(os.path.join(source, name), work)
    os.chdir(work)
    os.rename("subject01_simbody_adjusted_StaticOp.osim", "subject01_simbody_adjusted.osim")

    def analyze(setup):
        tool = opensim.AnalyzeTool(setup)
        start = time.perf_counter()
        sys.stdout.flush()
        quiet = os.dup(1)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        tool.run()
        os.dup2(quiet, 1)
        return 1000 * (time.perf_counter() - start)

    effort = analyze("setup_static_optimization.xml")
    # written on Windows: a backslash in the name of the folder
    text = open("setup_JointReaction.xml").read().replace("ResultsStaticOptimization\\", "ResultsStaticOptimization/")
    open("setup_JointReaction.xml", "w").write(text)
    reaction = analyze("setup_JointReaction.xml")
    print("levelhip", opensim.GetVersion().split("-")[0], 0, effort, reaction)
