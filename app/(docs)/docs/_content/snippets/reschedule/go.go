// Reschedules a message to two hours from now.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"
)

var client = &http.Client{Timeout: 30 * time.Second}

type message struct {
	MessageID   string `json:"message_id"`
	Status      any    `json:"status"`
	ScheduledAt string `json:"scheduled_at"`
	Detail      string `json:"detail"`
}

func main() {
	log.SetFlags(0)
	body, err := json.Marshal(map[string]time.Time{
		"scheduled_at": time.Now().Add(2 * time.Hour).UTC(),
	})
	if err != nil {
		log.Fatal(err)
	}
	url := "http://localhost:3000/api/sms/msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA"
	request, err := http.NewRequest("PATCH", url, bytes.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("ACTIO_TOKEN"))
	request.Header.Set("Content-Type", "application/json")
	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	var m message
	if err := json.NewDecoder(response.Body).Decode(&m); err != nil {
		log.Fatal(err)
	}
	if response.StatusCode != 200 {
		// 409: it was sent and can't be rescheduled.
		log.Fatal(m.Detail)
	}
	fmt.Println(m.MessageID, m.Status, m.ScheduledAt)
}
