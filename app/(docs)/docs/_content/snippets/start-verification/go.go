// Sends a code to a number. Keep the ID with the sign-in attempt.
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

type verification struct {
	VerificationID string `json:"verification_id"`
	Status         any    `json:"status"`
	ExpiresAt      string `json:"expires_at"`
	Detail         string `json:"detail"`
}

func main() {
	log.SetFlags(0)
	body, err := json.Marshal(map[string]any{
		"to":            "48732129000",
		"from":          "YourBrand",
		"webotp_domain": "example.com",
	})
	if err != nil {
		log.Fatal(err)
	}
	url := "http://localhost:3000/api/verifications"
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
	var started verification
	if err := json.NewDecoder(response.Body).Decode(&started); err != nil {
		log.Fatal(err)
	}
	if response.StatusCode != 201 {
		log.Fatal(started.Detail)
	}
	fmt.Println(started.VerificationID, started.Status, started.ExpiresAt)
}
