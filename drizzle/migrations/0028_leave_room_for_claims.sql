-- Each report is claimed once and then deleted: with room on its page, a claim writes no index.
ALTER TABLE "simulator_reports" SET (fillfactor = 50);
