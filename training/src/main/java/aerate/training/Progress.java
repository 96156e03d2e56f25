package aerate.training;

/**
 * Where a run stands, exactly: what a resumed run needs besides weights and optimizer.
 *
 * @param step steps done in the whole run
 * @param epoch epochs done in the whole run
 * @param stepInEpoch steps done in the present epoch
 * @param lossSum of the steps of the present epoch
 * @param best validation score of the best epoch of the present stage; negative infinity before its first
 * @param epochsSinceBest epochs of the present stage after its best
 * @param logBytes length of the metrics log
 * @param seconds of wall time over all sessions
 */
record Progress(
        long step,
        int epoch,
        int stepInEpoch,
        double lossSum,
        double best,
        int epochsSinceBest,
        long logBytes,
        double seconds) {
    static final Progress START = new Progress(0, 0, 0, 0, Double.NEGATIVE_INFINITY, 0, 0, 0);

    Progress stepDone(double loss) {
        return new Progress(step + 1, epoch, stepInEpoch + 1, lossSum + loss, best, epochsSinceBest, logBytes, seconds);
    }

    Progress epochDone(double score) {
        boolean better = score > best;
        return new Progress(
                step, epoch + 1, 0, 0, better ? score : best, better ? 0 : epochsSinceBest + 1, logBytes, seconds);
    }

    Progress stageStarting() {
        return new Progress(step, epoch, 0, 0, Double.NEGATIVE_INFINITY, 0, logBytes, seconds);
    }

    Progress logged(long bytes) {
        return new Progress(step, epoch, stepInEpoch, lossSum, best, epochsSinceBest, bytes, seconds);
    }

    Progress after(double totalSeconds) {
        return new Progress(step, epoch, stepInEpoch, lossSum, best, epochsSinceBest, logBytes, totalSeconds);
    }
}
