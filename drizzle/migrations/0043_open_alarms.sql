CREATE TABLE "alarms" (
	"alarm" text NOT NULL,
	"subject" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL,
	"clear_since" timestamp (3) with time zone,
	CONSTRAINT "alarms_alarm_subject_pk" PRIMARY KEY("alarm","subject")
);
