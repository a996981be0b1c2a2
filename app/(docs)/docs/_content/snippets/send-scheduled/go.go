// Sends one SMS an hour from now and prints its id, status and time.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"time"
)

var client = &http.Client{Timeout: 30 * time.Second}

type message struct {
	From        string    `json:"from"`
	To          string    `json:"to"`
	Body        string    `json:"body"`
	ScheduledAt time.Time `json:"scheduled_at"`
}

type answer struct {
	MessageID   string `json:"message_id"`
	Status      any    `json:"status"`
	ScheduledAt string `json:"scheduled_at"`
	Detail      string `json:"detail"` // 401, 402 and 422 say here what to correct.
}

func send(m message) (result answer, err error) {
	body, err := json.Marshal(m)
	if err != nil {
		return result, err
	}
	for attempt := 1; ; attempt++ {
		request, err := http.NewRequest("POST", "http://localhost:3000/api/sms", bytes.NewReader(body))
		if err != nil {
			return result, err
		}
		request.Header.Set("Authorization", "Bearer "+os.Getenv("ACTIO_TOKEN"))
		request.Header.Set("Content-Type", "application/json")
		response, err := client.Do(request)
		if err != nil {
			return result, err
		}
		defer response.Body.Close()
		if response.StatusCode == 429 && attempt < 3 {
			seconds, _ := strconv.Atoi(response.Header.Get("Retry-After"))
			time.Sleep(time.Duration(seconds) * time.Second)
			continue
		}
		err = json.NewDecoder(response.Body).Decode(&result)
		if err == nil && response.StatusCode != 200 {
			err = errors.New(result.Detail)
		}
		return result, err
	}
}

func main() {
	result, err := send(message{
		From:        "YourBrand",
		To:          "48732129000",
		Body:        "Your appointment is tomorrow at 9:00.",
		ScheduledAt: time.Now().Add(time.Hour).UTC(),
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(result.MessageID, result.Status, result.ScheduledAt)
}
