// Adds a webhook endpoint and prints its id and secret.
// Takes a token with the scope manage.
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

type endpoint struct {
	URL    string   `json:"url,omitempty"`
	Events []string `json:"events,omitempty"`
	ID     string   `json:"id,omitempty"`
	Secret string   `json:"secret,omitempty"`
	Detail string   `json:"detail,omitempty"`
}

func main() {
	log.SetFlags(0)
	body, err := json.Marshal(endpoint{
		URL:    "https://example.com/hooks/sms",
		Events: []string{"sms.delivered", "sms.failed", "sms.expired", "sms.bounced"},
	})
	if err != nil {
		log.Fatal(err)
	}
	url := "http://localhost:3000/api/webhook-endpoints"
	request, err := http.NewRequest("POST", url, bytes.NewReader(body))
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
	var made endpoint
	if err := json.NewDecoder(response.Body).Decode(&made); err != nil {
		log.Fatal(err)
	}
	if response.StatusCode != 201 {
		// 422: the URL is invalid. 409: the account has ten endpoints already.
		log.Fatal(made.Detail)
	}
	fmt.Println(made.ID, made.Secret)
}
