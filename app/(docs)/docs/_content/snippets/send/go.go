// Sends one SMS and prints its id and status.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"time"
)

var client = &http.Client{Timeout: 30 * time.Second}

type message struct {
	From string `json:"from"`
	To   string `json:"to"`
	Body string `json:"body"`
}

type accepted struct {
	MessageID string `json:"message_id"`
	Status    string `json:"status"`
}

type problem struct {
	Status    int                 `json:"status"`
	Detail    string              `json:"detail"`
	RequestID string              `json:"request_id"`
	Required  int                 `json:"required"`
	Available int                 `json:"available"`
	TopupURL  string              `json:"topup_url"`
	Errors    map[string][]string `json:"errors"`
}

func (p problem) Error() string {
	switch {
	case p.Status == 401:
		return "The token is not valid: check ACTIO_TOKEN."
	case p.Status == 402:
		return fmt.Sprintf("This needs %d credits, you have %d: %s", p.Required, p.Available, p.TopupURL)
	case p.Status == 422 && p.Errors != nil:
		return fmt.Sprintf("Fix these fields: %v", p.Errors)
	case p.Status == 429:
		return "Still over the rate limit: retry later."
	}
	return fmt.Sprintf("%s (%s)", p.Detail, p.RequestID)
}

func send(m message) (answer accepted, err error) {
	body, err := json.Marshal(m)
	if err != nil {
		return answer, err
	}
	for attempt := 1; ; attempt++ {
		request, err := http.NewRequest("POST", "http://localhost:3000/api/sms", bytes.NewReader(body))
		if err != nil {
			return answer, err
		}
		request.Header.Set("Authorization", "Bearer "+os.Getenv("ACTIO_TOKEN"))
		request.Header.Set("Content-Type", "application/json")
		response, err := client.Do(request)
		if err != nil {
			return answer, err
		}
		defer response.Body.Close()
		if response.StatusCode == 200 {
			return answer, json.NewDecoder(response.Body).Decode(&answer)
		}
		if response.StatusCode == 429 && attempt < 3 {
			seconds, _ := strconv.Atoi(response.Header.Get("Retry-After"))
			time.Sleep(time.Duration(seconds) * time.Second)
			continue
		}
		var refusal problem
		if err := json.NewDecoder(response.Body).Decode(&refusal); err != nil {
			return answer, err
		}
		return answer, refusal
	}
}

func main() {
	answer, err := send(message{
		From: "YourBrand",
		To:   "48732129000",
		Body: "Your login code: 482910",
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(answer.MessageID, answer.Status)
}
